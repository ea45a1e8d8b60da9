package org.truce.model.quantity;

/** How a number was meant by whoever stated it; "over 2,000" is {@link #AT_LEAST}, "some 9,000" {@link #ABOUT}. */
public enum Qualifier {
    EXACT,
    AT_LEAST,
    AT_MOST,
    ABOUT
}
