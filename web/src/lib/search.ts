/**
 * Full-text search over what a page holds, in Arabic, Russian and English. A text and a query become stems; a query is
 * found where every stem of it begins, or is, a stem of the text. Cost: one pass over the text.
 */

/** Signs that do not tell words apart: diacritics, tatweel, isolates. */
const IGNORED = /[\p{Mn}\u0640\u2066-\u2069\u200e\u200f]/gu;
/** Conjunctions, prepositions and the article, the longest first, as they stand before an Arabic word. */
const ARABIC_PREFIXES = ['وبال', 'وكال', 'وال', 'فال', 'بال', 'كال', 'ولل', 'لل', 'ال', 'و', 'ف', 'ب', 'ك', 'ل'];
const ARABIC_SUFFIXES = ['يات', 'هما', 'تين', 'تان', 'ات', 'ون', 'ين', 'ان', 'ها', 'هم', 'يه', 'ه', 'ي'];
/** After Snowball's Russian stemmer, cut to what nouns, adjectives, participles and verbs of a bulletin need. */
const RUSSIAN_WORDS_END = [
  'ировавшими', 'ировавшего', 'ировались', 'ировалось', 'ировалась', 'ировался', 'ированными', 'ированного', 'ированных',
  'ованными', 'ованного', 'ованных', 'ениями', 'аниями', 'остями', 'ывались', 'ениях', 'аниях', 'остью', 'остях', 'ивших', 'авших', 'анными', 'енными', 'анного', 'енного',
  'ировал', 'ениям', 'аниям', 'ением', 'анием', 'ивший', 'авший', 'ивает', 'ывает', 'анных', 'енных', 'анный', 'енный', 'ались', 'ились',
  'ении', 'ании', 'ений', 'аний', 'ение', 'ание', 'ения', 'ания', 'ению', 'анию', 'ости', 'ость', 'ился', 'ался', 'илась', 'алась', 'илось', 'алось',
  'иями', 'ями', 'ами', 'ого', 'его', 'ому', 'ему', 'ыми', 'ими', 'иях', 'иям', 'ием', 'ала', 'ила', 'али', 'или', 'ало', 'ило', 'ать', 'ить', 'ана', 'ено', 'ена', 'ены', 'аны', 'ано',
  'ах', 'ях', 'ам', 'ям', 'ов', 'ев', 'ей', 'ой', 'ий', 'ый', 'ая', 'яя', 'ое', 'ее', 'ые', 'ие', 'ых', 'их', 'ым', 'им', 'ом', 'ем', 'ую', 'юю', 'ия', 'ию', 'ии', 'ал', 'ил', 'ан', 'ен',
  'а', 'я', 'о', 'е', 'ы', 'и', 'у', 'ю', 'й', 'ь',
];
/** Folded, as words are when they are cut; the longest first. */
const RUSSIAN_ENDINGS = [...new Set(RUSSIAN_WORDS_END.map((one) => one.replace(/й/g, 'и')))].sort((a, b) => b.length - a.length);
const ENGLISH_ENDINGS: [string, string][] = [
  ['ational', 'ate'], ['ations', ''], ['ation', ''], ['ments', ''], ['ment', ''], ['ingly', ''], ['ings', ''], ['ing', ''], ['edly', ''], ['ies', 'y'], ['ers', ''], ['ness', ''],
  ['ors', ''], ['ed', ''], ['er', ''], ['or', ''], ['es', ''], ['ly', ''], ['s', ''], ['e', ''],
];

/** Letters that are written in more than one way become one: hamza seats, alef maksura, ta marbuta, ё. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(IGNORED, '')
    .toLowerCase()
    // What carries a hamza or a breve fell apart above: أ is ا by now, й is и, ё is е.
    .replace(/ٱ/g, 'ا')
    .replace(/ء/g, '')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ı/g, 'i')
    .replace(/ə/g, 'a')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
}

function ending(word: string, endings: readonly string[], least: number): string {
  const found = endings.find((one) => word.endsWith(one) && word.length - one.length >= least);
  return found ? word.slice(0, word.length - found.length) : word;
}

/** The stem of a folded word. */
export function stem(word: string): string {
  if (/^[\u0621-\u064a]/.test(word)) {
    const prefix = ARABIC_PREFIXES.find((one) => word.startsWith(one) && word.length - one.length >= (one.length > 1 ? 3 : 4));
    return ending(prefix ? word.slice(prefix.length) : word, ARABIC_SUFFIXES, 3);
  }
  if (/^[а-я]/.test(word)) return ending(word, RUSSIAN_ENDINGS, 3);
  if (/^[a-z]/.test(word)) {
    const found = ENGLISH_ENDINGS.find(([one]) => word.endsWith(one) && word.length - one.length >= 3);
    const cut = found ? word.slice(0, word.length - found[0].length) + found[1] : word;
    // violating, violate; shelled, shelling, shell: a doubled consonant that the ending left is one.
    return cut.length > 3 ? cut.replace(/([bdfgklmnprst])\1$/, '$1').replace(/y$/, 'i') : cut;
  }
  return word;
}

/** The stems of a text, each once. */
export function stems(text: string): string[] {
  return [...new Set((fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(stem))];
}

/** Whether a text, given as its stems, has every word of a query; the last word may be still in the writing. */
export function matches(text: readonly string[], query: string): boolean {
  return stems(query).every((wanted) => text.some((one) => one === wanted || (wanted.length >= 3 && one.startsWith(wanted))));
}
