-- Text as searches compare it, as fold-text.ts has it: without accents, marks and capitals.
create function :schema.folded(words text) returns text
  language sql immutable strict parallel safe as $$
  select replace(replace(replace(translate(lower(
      regexp_replace(normalize(words, nfd), '[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g')),
      'łøıđ', 'loid'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss')
$$;
