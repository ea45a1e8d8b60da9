/**
 * A decision on one fact as entries for the record. Nothing in the record is altered: what stood before is replaced, or
 * withdrawn by an entry of its own. Pure, but for the ids, which the caller makes.
 */
import type { Author, Draft, Envelope, Text } from '../lib/api';

export type Verdict = 'accepted' | 'corrected' | 'rejected';

/** What stands of one fact: the review, and the entry that the fact became. Neither where it is a proposal. */
export interface Standing { review: Envelope | null; made: Envelope | null }

/** Who decides on which fact of which report, and when. */
export interface Act {
  report: string; fact: string; audience: string; author: Author;
  /** When it is decided: never after the server's clock. */
  stated: string;
  newId: () => string;
  why: Text | null;
  /** What a replaced entry says where the person gave no reason. */
  words: { anew: string; undone: string };
}

export interface Decided { posts: Envelope[]; standing: Standing }

function reason(act: Act, otherwise: string): string {
  return (act.why && Object.values(act.why)[0]) || otherwise;
}

function withdrawal(entry: Envelope, act: Act, why: string): Envelope {
  const { replaces: _, ...rest } = entry;
  return { ...rest, id: act.newId(), author: act.author, stated: act.stated, replaces: { entry: entry.id, why, withdraws: true } };
}

/**
 * Settles a fact. `draft` is the entry that it becomes, null where it becomes none; `instead` is what a corrected
 * mention is. The entry goes before the review that names it.
 */
export function settle(before: Standing, verdict: Verdict, draft: Draft | null, instead: string | null, act: Act): Decided {
  const why = reason(act, act.words.anew);
  const posts: Envelope[] = [];
  let made: Envelope | null = null;
  if (verdict !== 'rejected' && draft) {
    made = { id: act.newId(), author: act.author, ...draft, ...(before.made ? { replaces: { entry: before.made.id, why } } : {}) };
    posts.push(made);
  } else if (before.made) {
    posts.push(withdrawal(before.made, act, why));
  }
  const review: Envelope = {
    id: act.newId(), kind: 'ReadingReviewed', v: 1, author: act.author, stated: act.stated, audience: act.audience,
    ...(before.review ? { replaces: { entry: before.review.id, why } } : {}),
    body: {
      report: act.report, fact: act.fact, verdict,
      ...(made ? { makes: made.id } : {}), ...(instead ? { instead } : {}), ...(act.why ? { why: act.why } : {}),
    },
  };
  posts.push(review);
  return { posts, standing: { review, made } };
}

/** Takes a decision back: what the fact became goes first, then the review. The fact is a proposal again. */
export function takeBack(before: Standing, act: Act): Decided {
  const why = reason(act, act.words.undone);
  const posts = [before.made, before.review].flatMap((entry) => (entry ? [withdrawal(entry, act, why)] : []));
  return { posts, standing: { review: null, made: null } };
}
