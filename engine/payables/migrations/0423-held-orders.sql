-- That an order is held back because what ordered it is attacked. By key alone: nothing else of it is known here.
create table :schema.payable_hold (
  payable_id     text not null references :schema.payable (id),
  cause          text not null,
  administration text not null references :schema.administration (key),
  since_on       date not null,
  ended_on       date,
  primary key (payable_id, cause),
  check (ended_on >= since_on)
);
create index payable_hold_that_holds on :schema.payable_hold (payable_id) where ended_on is null;
create index payable_hold_of_cause on :schema.payable_hold (cause) where ended_on is null;
