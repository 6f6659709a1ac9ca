import { wordsOf, type JourneyLocale } from '../kit/texts.ts';
import { untilThere } from '../kit/until-there.ts';
import type { Clerk } from './people-of-a-folder.ts';

/** On the open case, a clerk says that the registered letter that was sent last was presented today; its term begins. */
export const sayPresented = async ({ page, say, look }: Clerk, locale: JourneyLocale): Promise<void> => {
  const notices = wordsOf('notices', locale);
  const letters = page.getByRole('region', { name: say('file.notices') });
  const button = letters.getByRole('button', { name: new RegExp(`^${notices('say')}`) });
  await untilThere(page, button);
  await button.first().click();
  const fate = page.getByRole('dialog');
  await fate.getByRole('combobox').selectOption('registered/presented');
  await fate.getByRole('textbox').last().fill('Ontvangstbewijs');
  await look('fate');
  await fate.getByRole('button', { name: notices('say'), exact: true }).click();
  await fate.waitFor({ state: 'detached' });
};
