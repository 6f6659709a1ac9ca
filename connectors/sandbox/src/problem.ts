/** An error answer in the style of the Belgian REST guide (RFC 9457). */
export type Problem = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: { readonly type: string; readonly title: string; readonly status: number } & Readonly<
    Record<string, unknown>
  >;
};

const problem = (status: number, type: string, more: Readonly<Record<string, unknown>> = {}): Problem => ({
  status,
  body: { type: `urn:problem-type:${type}`, title: type.split(':').at(-1) ?? type, status, ...more },
});

export const unknownSsin = (ssin: string): Problem =>
  problem(400, 'belgif:badRequest', { issues: [issue('cbss:input-validation:unknownSsin', ssin)] });

export const replacedSsin = (ssin: string, replacedBy: string): Problem =>
  problem(400, 'belgif:badRequest', { issues: [{ ...issue('cbss:input-validation:replacedSsin', ssin), replacedBy }] });

export const canceledSsin = (ssin: string): Problem =>
  problem(400, 'belgif:badRequest', { issues: [issue('cbss:input-validation:canceledSsin', ssin)] });

export const unknownEnterprise = (enterpriseNumber: string): Problem =>
  problem(400, 'belgif:badRequest', {
    issues: [
      {
        type: 'urn:problem-type:belgif:input-validation:referencedResourceNotFound',
        in: 'body',
        name: 'enterpriseNumber',
        value: enterpriseNumber,
      },
    ],
  });

export const malformedInput = (name: string, detail: string): Problem =>
  problem(400, 'belgif:badRequest', {
    issues: [{ type: 'urn:problem-type:belgif:input-validation:schemaViolation', in: 'body', name, detail }],
  });

export const missingHeader = (name: string): Problem =>
  problem(400, 'belgif:badRequest', {
    issues: [{ type: 'urn:problem-type:belgif:input-validation:requiredInput', in: 'header', name }],
  });

export const noAccessToken = (): Problem => problem(401, 'belgif:noAccessToken');
export const invalidAccessToken = (): Problem => problem(401, 'belgif:invalidAccessToken');
export const missingPermission = (): Problem => problem(403, 'belgif:missingPermission');
export const notFound = (): Problem => problem(404, 'belgif:resourceNotFound');
export const unavailable = (): Problem => problem(503, 'belgif:serviceUnavailable');

export const tooManyRequests = (retryAfterSec: number): Problem => ({
  ...problem(429, 'belgif:tooManyRequests', { retryAfterSec }),
  headers: { 'retry-after': String(retryAfterSec) },
});

const issue = (type: string, ssin: string) => ({
  type: `urn:problem-type:${type}`,
  in: 'body',
  name: 'ssin',
  value: ssin,
});
