-- What a decision did to a right is held back while an appeal against it runs; then it is enforced, or the right is as it was.
alter table :schema.right_version drop constraint right_version_act_check;
alter table :schema.right_version add constraint right_version_act_check
  check (act in ('granted', 'changed', 'suspended', 'resumed', 'ended', 'renewed', 'heldBack', 'enforced', 'restored'));
