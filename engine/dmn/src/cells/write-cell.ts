import type { CellTest, CellTests, Operand } from './cell-tests.ts';

/** A value as FEEL; the signs of JSON are those of FEEL too. */
export const writeValue = (operand: Operand): string => {
  switch (operand.kind) {
    case 'text':
      return JSON.stringify(operand.text);
    case 'day':
      return `date("${operand.day}")`;
    case 'yesNo':
      return `${operand.isYes}`;
    case 'nothing':
      return 'null';
    case 'number':
    case 'expression':
      return operand.text;
  }
};

const writeTest = (test: CellTest): string => {
  if (test.kind === 'between')
    return `${test.hasFrom ? '[' : '('}${writeValue(test.from)}..${writeValue(test.to)}${test.hasTo ? ']' : ')'}`;
  const value = writeValue(test.operand);
  return test.sign === '=' ? value : `${test.sign} ${value}`;
};

/** An input cell as FEEL; what takes anything is `-`. */
export const writeCell = ({ isNegated, tests }: CellTests): string => {
  if (tests.length === 0) return '-';
  const text = tests.map(writeTest).join(', ');
  return isNegated ? `not(${text})` : text;
};
