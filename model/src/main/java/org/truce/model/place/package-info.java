/**
 * Where things are: WGS 84 geometry with its 95 % radius, read from and written as GeoJSON (RFC 7946). Measuring
 * lengths and areas is not done here, and never in degrees.
 */
@NullMarked
package org.truce.model.place;

import org.jspecify.annotations.NullMarked;
