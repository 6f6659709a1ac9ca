import { ConnectionError, ProblemError, problemOf } from './problem-error.ts';
import { csrfHeader, isWorthAnotherTry } from './session-token.ts';
import type { DocumentReference } from './views.ts';

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

interface Upload {
  url: string;
  file: File;
  /** Called with 0 to 1. */
  onProgress?: (fraction: number) => void;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** XMLHttpRequest, because fetch cannot tell how far an upload is. */
const send = ({ url, file, onProgress }: Upload): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => onProgress?.(event.loaded / event.total));
    request.addEventListener('error', () => reject(new ConnectionError(null)));
    request.addEventListener('load', () => resolve({ status: request.status, body: parse(request.responseText) }));
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });

/** Sends one file. */
export const uploadFile = async <T = DocumentReference>(upload: Upload): Promise<T> => {
  const first = await send(upload);
  const isOld = await isWorthAnotherTry(first.status, async () => first.body);
  const { status, body } = isOld ? await send(upload) : first;
  if (status < 300) return body as T;
  throw new ProblemError(problemOf(body, status));
};
