const words = (text: string): string[] =>
  text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** A name as variables have it: `permit number` and `permit-number` are both `permitNumber`. */
export const camelCase = (text: string): string => {
  const [first = 'value', ...rest] = words(text);
  const name = [`${first.slice(0, 1).toLowerCase()}${first.slice(1)}`, ...rest.map(capital)].join('');
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
};

/** The name of a file and of a job type: `parking-permit`. */
export const kebabCase = (text: string): string => words(text).join('-').toLowerCase();

/** What people read: `Parking permit`. */
export const sentence = (text: string): string => capital(words(text).join(' ').toLowerCase());

/** The last part of a job type, after the administration and the dot. */
export const nameOfType = (type: string): string => type.split('.').at(-1) ?? type;
