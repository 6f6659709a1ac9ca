import { csrfHeader } from './platform-client.ts';
import { ConnectionError, ProblemError, problemOf } from './problem-error.ts';
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

/** Sends one file. XMLHttpRequest, because fetch cannot tell how far an upload is. */
export const uploadFile = <T = DocumentReference>({ url, file, onProgress }: Upload): Promise<T> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', (event) => onProgress?.(event.loaded / event.total));
    request.addEventListener('error', () => reject(new ConnectionError(null)));
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      if (request.status < 300) resolve(body as T);
      else reject(new ProblemError(problemOf(body, request.status)));
    });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
