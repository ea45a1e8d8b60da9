import { describe, expect, it } from 'vitest';
import { fold, matches, stems } from './search';

describe('search', () => {
  it.each([
    // text | query | found
    ['وقف إطلاق النار', 'اطلاق', true],
    ['وقف إطلاق النار', 'الإطلاق', true],
    ['انتهاك الهدنة', 'هدنه', true],
    ['في مدينة آغدام', 'اغدام', true],
    ['مُقاتِلون على خطّ التماس', 'التمـاس', true],
    ['بالمدفعية الثقيلة', 'مدفعية', true],
    ['مستشفى المدينة', 'مستشفي', true],
    ['تبادل الأسرى', 'تعبئة', false],
    ['Обстрел позиций у Шуши', 'позиция', true],
    ['нарушения режима прекращения огня', 'нарушение', true],
    ['нарушения режима прекращения огня', 'прекращением', true],
    ['Перестрелка', 'мины', false],
    ['ещё один случай', 'еще', true],
    ['Ceasefire violations near Hadrut', 'violation', true],
    ['shelling of the village', 'shelled', true],
    ['shelling of the village', 'shell villages', true],
    ['shelling of the village', 'town', false],
    ['Xankəndi', 'xankandi', true],
    ['in ٢٠٢٠', '2020', true],
  ] as const)('%s | %s', (text, query, found) => {
    expect(matches(stems(text), query)).toBe(found);
  });
  it('finds while a word is still being written', () => {
    expect(matches(stems('Stepanakert airport'), 'step')).toBe(true);
    expect(matches(stems('Stepanakert airport'), 'st')).toBe(false);
  });
  it('an empty query finds everything', () => expect(matches(stems('anything'), ' ')).toBe(true));
  it('folds й as и everywhere alike', () => expect(fold('район')).toBe(fold('РАЙОН')));
});
