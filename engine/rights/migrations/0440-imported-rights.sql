-- A right may have lived in an earlier system before it came here.
alter table :schema.right_version drop constraint right_version_act_check;
alter table :schema.right_version add constraint right_version_act_check
  check (act in ('granted', 'changed', 'suspended', 'resumed', 'ended', 'renewed', 'heldBack', 'enforced', 'restored', 'imported'));
