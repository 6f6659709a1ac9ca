import type { APIResponse, Page } from 'playwright-core';

interface Draft {
  readonly revision: number;
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

/** Publishing reads the whole folder and proves it sound, which a machine that does much else at once takes its time for. */
const timeout = 120_000;

const read = async <T>(answer: APIResponse): Promise<T> => {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** The API as the browser of the page calls it, signed in as one of the demonstration people. */
const signedInAs = async (page: Page, webUrl: string, name: string) => {
  const api = `${webUrl}/api`;
  await page.context().clearCookies();
  const people = await read<{ id: string; name: string }[]>(await page.request.get(`${api}/session/demo-people`));
  const personId = people.find((person) => person.name === name)?.id;
  const { csrfToken } = await read<{ csrfToken: string }>(
    await page.request.post(`${api}/session/demo`, { data: { personId } }),
  );
  const headers = { 'x-csrf-token': csrfToken };
  return {
    get: async <T>(path: string): Promise<T> => read<T>(await page.request.get(`${api}${path}`)),
    post: async <T>(path: string, data: object = {}): Promise<T> =>
      read<T>(await page.request.post(`${api}${path}`, { data, headers, timeout })),
    put: async <T>(path: string, data: object): Promise<T> =>
      read<T>(await page.request.put(`${api}${path}`, { data, headers, timeout })),
  };
};

/**
 * Publishes the example with a few words of its description changed, and signs out again: for journeys through what it does not
 * use. Whoever publishes does not approve what it asks of sources about others.
 */
export const republish = async (
  page: Page,
  webUrl: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const address = '/designer/procedures/rent-allowance';
  const karim = await signedInAs(page, webUrl, 'Karim Haddad');
  const { revision, files } = await karim.get<Draft>(`${address}/draft`);
  const path = 'procedure.json';
  const described = JSON.parse(files.find((file) => file.path === path)?.content ?? '{}') as object;
  const content = `${JSON.stringify({ ...described, ...change }, null, 2)}\n`;
  const saved = await karim.put<{ revision: number }>(`${address}/draft/files`, { path, content, revision });
  const { version } = await karim.post<{ version: number }>(`${address}/publication`, {
    note: 'for a journey',
    revision: saved.revision,
  });
  const lien = await signedInAs(page, webUrl, 'Lien Maes');
  await lien.post(`${address}/versions/${version}/approval`);
  await page.context().clearCookies();
};
