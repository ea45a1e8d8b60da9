/**
 * What persons make of what the machine read: the facts of a stored reading as proposals, what each would become, the
 * decisions on them, and those decisions as evidence for whoever keeps the lexicons. Derived from record and reading;
 * entries are built here and appended elsewhere.
 */
@NullMarked
package org.truce.publication.review;

import org.jspecify.annotations.NullMarked;
