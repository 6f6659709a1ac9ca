/** Who is known by a desk alone: no identity provider has this name. */
export const deskIssuer = 'urn:irisflow:desk';
