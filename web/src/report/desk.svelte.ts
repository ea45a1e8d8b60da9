import type { Draft, Fact, Report } from '../lib/api';
import { uuid7 } from '../lib/uuid';
import type { Words } from '../lib/words.svelte';
import { settle, takeBack, type Act, type Standing, type Verdict } from './decide';
import { entry, fieldOf, fields, check, type Errors, type Form } from './form';
import { queue, type Item } from './queue.svelte';

/** How a fact stands for this reader: what the record says, and over it what still waits to be recorded. */
export interface Stands { state: string; standing: Standing; waits: Item | undefined; refused: Item | undefined }

/** What a person decides on the facts of one report. */
export class Desk {
  /** Facts in the order of this session's decisions, for taking the last one back. */
  private order: string[] = [];
  private readonly ahead: number;

  constructor(readonly record: string, readonly report: Report, private readonly w: Words) {
    this.ahead = report.writer ? Date.parse(report.writer.now) - Date.now() : 0;
  }

  stands(fact: Fact): Stands {
    const items = queue.of(this.report.entry, fact.n);
    const refused = items.find((item) => item.refused);
    const last = refused ? undefined : items.at(-1);
    if (last) return { state: last.verdict === 'undone' ? 'proposed' : last.verdict, standing: last.standing, waits: last, refused };
    return { state: fact.state, standing: { review: fact.review, made: fact.made }, waits: undefined, refused };
  }

  /** The last decision of this session, which is still one. */
  last(): Fact | undefined {
    for (let i = this.order.length - 1; i >= 0; i--) {
      const fact = this.report.facts.find((one) => one.n === this.order[i]);
      if (fact && this.stands(fact).state !== 'proposed') return fact;
    }
    return undefined;
  }

  accept(fact: Fact): boolean {
    if (fact.problem || this.stands(fact).state === 'accepted') return false;
    this.settle(fact, 'accepted', fact.draft, null, '');
    return true;
  }

  reject(fact: Fact, why = ''): boolean {
    if (this.stands(fact).state === 'rejected') return false;
    this.settle(fact, 'rejected', null, null, why);
    return true;
  }

  /** The fields of a correction, as they stand. */
  form(fact: Fact): Form | undefined {
    const choices = this.report.writer?.choices;
    return choices && fields(fact, this.base(fact), choices, (text) => this.w.text(text));
  }

  /** Records a correction; where a field is wrong, nothing, and what is wrong. */
  correct(fact: Fact, form: Form, before: Form): Errors {
    const choices = this.report.writer?.choices;
    if (!choices) return {};
    const errors = check(form, before, fact, this.report, choices);
    if (Object.keys(errors).length === 0) {
      const draft = entry(form, before, fact, this.base(fact), this.report, choices);
      this.settle(fact, 'corrected', draft, draft ? null : form.meaning.trim(), form.why, form);
    }
    return errors;
  }

  /** Takes the decision on a fact back; one that was never sent is forgotten. */
  undo(fact: Fact): boolean {
    const { state, standing, waits, refused } = this.stands(fact);
    const item = refused ?? (waits && !waits.tried ? waits : undefined);
    if (item) {
      queue.drop(item, this.act(fact, ''));
      return true;
    }
    if (state === 'proposed') return false;
    queue.add({ record: this.record, report: this.report.entry, fact: fact.n, verdict: 'undone' }, takeBack(standing, this.act(fact, '')));
    return true;
  }

  /** What the record refused of a correction: its fields, and what is wrong beside which. The item is gone. */
  reopen(item: Item, fact: Fact): { form: Form; errors: Errors } | undefined {
    if (!item.form || !item.refused) return undefined;
    const errors: Errors = {};
    for (const problem of item.refused.problems) errors[fieldOf(problem.place)] ??= problem.detail;
    const form = item.form;
    queue.drop(item, this.act(fact, ''));
    return { form, errors };
  }

  private base(fact: Fact): Draft | null {
    const made = this.stands(fact).standing.made;
    if (!made) return fact.draft;
    const { id: _, author: _who, replaces: _what, ...draft } = made;
    return draft;
  }

  private settle(fact: Fact, verdict: Verdict, draft: Draft | null, instead: string | null, why: string, form?: Form): void {
    const { standing } = this.stands(fact);
    this.order = [...this.order.filter((n) => n !== fact.n), fact.n];
    queue.add({ record: this.record, report: this.report.entry, fact: fact.n, verdict }, settle(standing, verdict, draft, instead, this.act(fact, why)), form);
  }

  private act(fact: Fact, why: string): Act {
    const writer = this.report.writer;
    const author = { actor: writer?.actor ?? '', ...(writer?.role ? { role: writer.role } : {}) };
    // A record that is kept afterwards states a decision when its report was; a live one now, by the server's clock.
    const stated = this.report.reconstructed ? this.report.stated : new Date(Date.now() + Math.min(0, this.ahead)).toISOString();
    return {
      report: this.report.entry, fact: fact.n, audience: this.report.audience, author, stated, newId: () => uuid7(),
      why: why.trim() ? { [this.w.language]: why.trim() } : null,
      words: { anew: this.w.say('ui-why-anew'), undone: this.w.say('ui-why-undone') },
    };
  }
}
