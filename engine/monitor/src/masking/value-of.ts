/** A variable from its JSON text; what is no JSON counts as text. */
export const valueOf = (json: string): unknown => {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return json;
  }
};
