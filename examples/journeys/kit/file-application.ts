import type { APIResponse, Page } from 'playwright-core';
import type { JourneyLocale } from './texts.ts';

/** What the example's form asks and no source knows, as somebody answers it whose case is an easy one. */
const answers = {
  incomeChanged: false,
  ownsProperty: false,
  leaseType: 'principal',
  leaseStart: '2021-03-01',
  monthlyRent: 750,
  charges: 80,
  leaseRegistered: true,
  landlordType: 'person',
  landlordRelative: false,
  iban: 'BE54000000000097',
  ibanHolder: 'Titulaire',
  declaration: true,
  privacy: true,
};

export interface Filing {
  readonly email: string;
  readonly letters: 'fr' | 'nl';
  readonly ownsProperty?: boolean;
  /** Why, where another case of the same person goes on. */
  readonly despite?: string;
}

interface Draft {
  readonly id: string;
  readonly data: { readonly applicant?: object };
}

const read = async <T>(answer: APIResponse): Promise<T> => {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
};

/**
 * Files as the signed-in person of the page, through the API that the page itself calls, and answers the reference: for journeys
 * that begin where the form ends.
 */
export const fileApplication = async (
  page: Page,
  webUrl: string,
  locale: JourneyLocale,
  { email, letters, ownsProperty = false, despite }: Filing,
): Promise<string> => {
  const api = `${webUrl}/api`;
  const { csrfToken } = await read<{ csrfToken: string }>(await page.request.get(`${api}/session`));
  const post = async <T>(address: string, data: object): Promise<T> =>
    read<T>(await page.request.post(`${api}${address}`, { data, headers: { 'x-csrf-token': csrfToken } }));
  const { id, data } = await post<Draft>('/applications', { procedureKey: 'rent-allowance', language: locale });
  const filled = { ...data, ...answers, ownsProperty, language: letters, applicant: { ...data.applicant, email } };
  const { reference } = await post<{ reference: string }>(`/applications/${id}/submission`, {
    data: filled,
    language: letters,
    ...(despite === undefined ? {} : { despite }),
  });
  return reference;
};
