interface Selected {
  readonly start: number;
  readonly end: number;
}

/** The blank line between two paragraphs, where there is none yet. */
const gap = (text: string, end: 'start' | 'end'): string => {
  if (text.trim() === '') return '';
  const breaks = end === 'end' ? /\n*$/.exec(text) : /^\n*/.exec(text);
  return '\n'.repeat(Math.max(0, 2 - (breaks?.[0].length ?? 0)));
};

/** A text with a paragraph in place of what is selected, apart from what stands before and behind. */
export const putText = (text: string, paragraph: string, { start, end }: Selected): string => {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  return `${before}${gap(before, 'end')}${paragraph}${gap(behind, 'start')}${behind}`;
};

/** Where the cursor of a field stood last; behind everything where it never was there. */
export const selectionOf = (fieldId: string, text: string): Selected => {
  const field = document.getElementById(fieldId);
  if (!(field instanceof HTMLTextAreaElement) || field.value !== text || field.selectionEnd === 0)
    return { start: text.length, end: text.length };
  return { start: field.selectionStart, end: field.selectionEnd };
};
