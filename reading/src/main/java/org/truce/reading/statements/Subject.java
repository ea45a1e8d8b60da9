package org.truce.reading.statements;

/**
 * Somebody who may speak.
 *
 * @param from index of the first token
 * @param to index after the last
 * @param name normalised; empty for an unnamed private person
 * @param kind kind of actor, or of the word that stands for one
 * @param known whether it is settled who is meant
 */
record Subject(int from, int to, String name, String kind, boolean known) {
    Subject means(String whom, String what) {
        return new Subject(from, to, whom, what, true);
    }
}
