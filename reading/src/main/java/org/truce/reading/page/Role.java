package org.truce.reading.page;

/** What a line of a page is. */
public enum Role {
    /** The story's headline. */
    TITLE,
    /** Outlet, place and date between headline and story. */
    HEAD,
    /** The story. */
    BODY,
    /** Words under a picture: part of the story's names, never of its events. */
    CAPTION,
    /** Whom the page credits. */
    CREDIT,
    /** Date of publication, count of readers. */
    META,
    /** Everything else that is not the story. */
    FURNITURE
}
