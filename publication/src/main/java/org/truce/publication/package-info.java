/**
 * Words for codes: one message file per language, rendered by the plural rules of ICU, so that editions in different
 * languages are equal. Nothing is judged here.
 */
@NullMarked
package org.truce.publication;

import org.jspecify.annotations.NullMarked;
