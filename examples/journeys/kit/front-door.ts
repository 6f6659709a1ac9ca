import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The platform's API as one person reaches it over HTTP, signed in as somebody of the demonstration. */
export interface FrontDoor {
  get<T>(address: string): Promise<T>;
  post<T>(address: string, data?: object): Promise<T>;
  put<T>(address: string, data: object): Promise<T>;
  delete(address: string): Promise<void>;
  /** Sends a file as a page does that lets somebody choose one. */
  upload<T>(address: string, file: { readonly name: string; readonly content: string }): Promise<T>;
  download(address: string): Promise<{ readonly type: string; readonly content: Buffer }>;
}

/** That somebody was refused, with what the platform said. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(address: string, status: number, text: string) {
    super(`${address} answered ${status}: ${text}`);
    this.status = status;
    this.code = /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? '';
  }
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Who is told that there were too many tries waits as long as they are told, as people do. */
const send = async (address: string, init: RequestInit): Promise<Response> => {
  for (;;) {
    const answer = await fetch(address, init);
    if (answer.status !== 429) return answer;
    await pause(Number(answer.headers.get('retry-after') ?? '1'));
  }
};

const openDoor = (api: string, headers: Readonly<Record<string, string>>): FrontDoor => {
  const ask = async (method: string, address: string, body?: BodyInit, type?: string): Promise<Response> => {
    const answer = await send(`${api}${address}`, {
      method,
      headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    });
    if (!answer.ok) throw new Refused(`${method} ${address}`, answer.status, await answer.text());
    return answer;
  };
  const read = async <T>(answer: Response): Promise<T> => {
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const json = async <T>(method: string, address: string, data: object) =>
    read<T>(await ask(method, address, JSON.stringify(data), 'application/json'));
  return {
    get: async (address) => read(await ask('GET', address)),
    post: (address, data = {}) => json('POST', address, data),
    put: (address, data) => json('PUT', address, data),
    delete: async (address) => void (await ask('DELETE', address)),
    upload: async (address, { name, content }) => {
      const form = new FormData();
      form.append('file', new Blob([content]), name);
      return read(await ask('POST', address, form));
    },
    download: async (address) => {
      const answer = await ask('GET', address);
      const content = Buffer.from(await answer.arrayBuffer());
      return { type: answer.headers.get('content-type') ?? '', content };
    },
  };
};

/** Somebody whom nobody knows. */
export const anybody = (webUrl: string): FrontDoor => openDoor(`${webUrl}/api`, {});

export const signedInAs = async (webUrl: string, name: string): Promise<FrontDoor> => {
  const api = `${webUrl}/api`;
  const people = await anybody(webUrl).get<{ id: string; name: string }[]>('/session/demo-people');
  const personId = people.find((person) => person.name.startsWith(name))?.id;
  const answer = await send(`${api}/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  });
  if (!answer.ok) throw new Refused(`the sign-in of ${name}`, answer.status, await answer.text());
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return openDoor(api, { cookie, 'x-csrf-token': csrfToken });
};

/** Publishes a folder of files as an analyst does who saves one after the other, and answers its key. */
export const publishFolder = async (analyst: FrontDoor, folder: string): Promise<string> => {
  const key = path.basename(folder);
  const address = `/designer/procedures/${key}`;
  let { revision } = await analyst.post<{ revision: number }>('/designer/procedures', { key, title: key });
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ name }) => name);
  for (const name of files) {
    const content = readFileSync(path.join(folder, name), 'utf8');
    ({ revision } = await analyst.put<{ revision: number }>(`${address}/draft/files`, {
      path: name,
      content,
      revision,
    }));
  }
  const blank = (await analyst.get<{ files: { path: string }[] }>(`${address}/draft`)).files.map((file) => file.path);
  for (const name of blank.filter((file) => !files.includes(file)))
    ({ revision } = await analyst.post<{ revision: number }>(`${address}/draft/file-removal`, {
      path: name,
      revision,
    }));
  await analyst.post(`${address}/publication`, { note: 'First version', revision });
  return key;
};
