package org.truce.reading.page;

import java.util.List;
import org.truce.reading.text.Line;
import org.truce.reading.text.Quote;
import org.truce.reading.text.Sentence;

/**
 * A line with its role.
 *
 * @param line where it is
 * @param role what it is
 * @param storyFrom index of the first token after a dateline; the line's first where there is none
 * @param quotes quotations in it
 * @param sentences sentences after the dateline; none unless it is title, body or caption
 */
public record Part(Line line, Role role, int storyFrom, List<Quote> quotes, List<Sentence> sentences) {}
