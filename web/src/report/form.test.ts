import { describe, expect, it } from 'vitest';
import type { Draft, Fact, Report, ReportChoices } from '../lib/api';
import { check, entry, fieldOf, fields, type Form } from './form';

const choices: ReportChoices = {
  events: ['casualty', 'meeting'], statuses: ['asserted', 'denied'], modes: ['direct'], templates: ['count'], units: ['persons', 'metres'], qualifiers: ['exact', 'about'],
  actors: [{ id: 'armenia', name: { en: 'Armenia', ru: 'Армения', ar: 'أرمينيا' } }], places: [{ id: 'shushi', name: { en: 'Shushi', ar: 'شوشي' } }],
};
const draft: Draft = {
  kind: 'EventReported', v: 1, stated: '2021-09-28T12:00:00Z', audience: 'mission', occurred: { edtf: '2020-12-11' },
  where: { geometry: { type: 'Point', coordinates: [46.75, 39.82] }, radiusMetres: 500 }, basis: [{ report: 'r', span: { start: 4, end: 9 } }],
  body: { event: 'casualty', status: 'asserted', what: { en: 'abcde' }, accused: { actor: 'armenia', role: 'army' }, quantities: [{ name: 'persons', amount: { value: 2, unit: 'persons', low: 1 } }] },
};
const fact: Fact = { n: 'events/0', type: 'event', label: 'casualty', spans: [[4, 9]], state: 'proposed', place: 'Hadrut', rule: null, confidence: null, problem: null, entry: null, draft, review: null, made: null };
const town: Fact = { ...fact, n: 'places/0', type: 'place', label: 'Степанакерте', normalised: 'Stepanakert', draft: null, lat: 39.82, lon: 46.75 };
const report = { entry: 'r', text: '𐎀bc abcde', lang: 'en', stated: 's', audience: 'mission', facts: [fact, town] } as unknown as Report;
const speak = (text: Record<string, string>) => text.ar ?? '';
const before = fields(fact, draft, choices, speak);
const changed = (change: Partial<Form>) => entry({ ...before, ...change }, before, fact, draft, report, choices);
const faults = (change: Partial<Form>) => check({ ...before, ...change }, before, fact, report, choices);

describe('the fields of a correction', () => {
  it('stand as the machine read them, in the words of the reader', () => {
    expect(before).toMatchObject({ type: 'casualty', status: 'asserted', date: '2020-12-11', place: 'Hadrut', accused: 'أرمينيا', accuser: '', quantities: [{ name: 'persons', value: '2', unit: 'persons', qualifier: 'exact' }] });
  });
  it('leave what they do not touch as it stands', () => expect(changed({})).toEqual(draft));
  it('change just what they say', () => {
    expect(changed({ status: 'denied', date: '2020-12' })).toEqual({ ...draft, occurred: { edtf: '2020-12' }, body: { ...draft.body, status: 'denied' } });
    expect(changed({ date: ' ' })?.occurred).toBeUndefined();
    expect(changed({ accused: '', accuser: 'Армения' })?.body).toMatchObject({ accuser: { actor: 'armenia', name: 'Армения' } });
    expect(changed({ accused: '' })?.body.accused).toBeUndefined();
    expect(changed({ accused: 'Нейтрал' })?.body.accused).toEqual({ name: 'Нейтрал' });
    expect(changed({ quantities: [] })?.body.quantities).toBeUndefined();
    expect(changed({ quantities: [{ name: 'wounded', value: '3', unit: 'persons', qualifier: 'about' }] })?.body.quantities).toEqual([{ name: 'wounded', amount: { value: 3, unit: 'persons', qualifier: 'about' } }]);
  });
  it('know a place by any of its names, by what the report names, or by where it is', () => {
    expect(changed({ place: 'شوشي' })?.where).toEqual({ place: 'shushi' });
    expect(changed({ place: 'степанакерте' })?.where).toEqual({ geometry: { type: 'Point', coordinates: [46.75, 39.82] } });
    expect(changed({ place: '40.1, 46' })?.where).toEqual({ geometry: { type: 'Point', coordinates: [46, 40.1] } });
    expect(changed({ place: '' })?.where).toBeUndefined();
  });
  it('say what is wrong, each beside its field', () => {
    expect(faults({})).toEqual({});
    expect(faults({ type: '', status: '', date: '30.2.2020', place: 'Atlantis' })).toEqual({ type: 'error-choose', status: 'error-choose', date: 'error-date', place: 'error-place' });
    expect(faults({ date: '2021-02-30' })).toEqual({ date: 'error-date' });
    expect(faults({ date: '2020-11-10/2020-11-14' })).toEqual({});
    expect(faults({ place: '95, 46' })).toEqual({ place: 'error-place' });
    expect(faults({ quantities: [{ name: '', value: '-2', unit: '', qualifier: 'exact' }] })).toEqual({ 'quantities.0.name': 'error-empty', 'quantities.0.value': 'error-number', 'quantities.0.unit': 'error-choose' });
  });
  it('put what the record finds wrong beside the same fields', () => {
    expect(['/occurred/edtf', '/body/quantities/1/amount/value', '/body/accused/name', '/where', '/id'].map(fieldOf)).toEqual(['date', 'quantities.1.value', 'accused', 'place', '']);
  });
  it('make an entry of a fact that the record had no kind for', () => {
    const odd: Fact = { ...fact, draft: null };
    const empty = fields(odd, null, choices, speak);
    const made = entry({ ...empty, type: 'meeting', status: 'denied' }, empty, odd, null, report, choices);
    expect(made).toEqual({ kind: 'EventReported', v: 1, stated: 's', audience: 'mission', basis: [{ report: 'r', span: { start: 4, end: 9 } }], body: { what: { en: 'abcde' }, event: 'meeting', status: 'denied' } });
  });
});
