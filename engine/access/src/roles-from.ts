/** Who says which roles people have: the provider's claims, this platform, or the claims when they name roles and else this platform. */
export type RolesFrom = 'auto' | 'provider' | 'here';
