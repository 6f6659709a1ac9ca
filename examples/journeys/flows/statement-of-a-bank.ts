import { wordsOf, type JourneyLocale } from '../kit/texts.ts';
import type { Clerk } from './people-of-a-folder.ts';

/** An accountant brings in a file of the bank, and waits until each of its movements found what it pays for. */
export const importStatement = async (
  { page, button, look }: Clerk,
  locale: JourneyLocale,
  text: string,
): Promise<void> => {
  const money = wordsOf('money', locale);
  await page.goto(new URL('/desk/money/statements', page.url()).href);
  await button(money('import')).click();
  const importing = page.getByRole('dialog');
  await importing
    .locator('input[type=file]')
    .setInputFiles({ name: 'extrait.cod', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await importing.getByRole('button', { name: money('import'), exact: true }).click();
  await page.getByRole('table').getByText(money('movement.matched')).first().waitFor();
  await look('statement');
};
