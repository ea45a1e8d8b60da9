package org.truce.exchange.document;

/**
 * Where the words of one page stand in the text. A paragraph that runs over a page's end is one paragraph, so that a
 * page may begin in the middle of a line.
 *
 * @param number of the page, from 1
 * @param start of its words, in code points of the text
 * @param end behind its words, in code points of the text
 */
public record Page(int number, int start, int end) {}
