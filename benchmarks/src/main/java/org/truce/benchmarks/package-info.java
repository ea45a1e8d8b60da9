/**
 * How fast and how large it is, each figure beside a rival in the same run: whole processes as a user starts them,
 * and the record through its own interface. What is measured goes into {@code docs/benchmarks.md} with machine, date and command; the raw log is kept. No test depends
 * on a figure.
 */
@NullMarked
package org.truce.benchmarks;

import org.jspecify.annotations.NullMarked;
