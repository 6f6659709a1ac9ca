/*
 * Whether an account is one of a party. Four eyes are those of two people, also where who asks reads no accounts, or where the other
 * account is of another administration.
 */
create function :schema.is_account_of(account text, party text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from :schema.person p where p.id = account and p.party_id = party)
$$;
