import type { RightValue } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useFormatters } from '@irisflow/ui';

/** A value of a right the way the reader writes it. */
export const useValueText = () => {
  const read = useLocalized();
  const { longDate, money } = useFormatters();
  return ({ format, value }: RightValue): string => {
    const text = read(value);
    if (format === 'date') return longDate(text);
    return format === 'money' ? money(Number(text)) : text;
  };
};
