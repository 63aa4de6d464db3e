create schema tiers;
-- The ladder, version by version: each holds from its instant on, until the next one begins. One that has not begun may be taken back.
-- reference
create table tiers.policy (
  version int primary key,
  valid_from timestamptz not null,
  parameters jsonb not null,
  note text not null default '',
  author text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by text
);
insert into tiers.policy (version, valid_from, parameters, note, author, at) values (0, '2000-01-01T00:00:00Z', '{
  "growthCurrency": "growth",
  "expiry": {"anchor": "tier", "months": 12, "from": null, "leastMonths": 0, "graceDays": 0},
  "downgrade": "earned", "onReturn": "withdraw", "protection": {"afterUpgradeDays": 0, "afterReturnDays": 7},
  "tiers": [
    {"id": "prospect", "name": {"zh": "准会员", "en": "Prospect"}, "upgrade": null, "keep": null,
     "benefits": {"ratePermille": 1000, "birthdayGift": null, "freeDeliveryFromMinor": null, "warrantyMonths": 0, "invitations": 0, "service": "standard", "more": []}},
    {"id": "member", "name": {"zh": "会员", "en": "Member"}, "upgrade": {"anyOf": [{"allOf": [{"measure": "orders", "atLeast": "1", "window": {"kind": "ever"}}]}]}, "keep": null,
     "benefits": {"ratePermille": 1000, "birthdayGift": {"zh": "生日小礼", "en": "A birthday gift"}, "freeDeliveryFromMinor": "990000", "warrantyMonths": 0, "invitations": 0, "service": "standard", "more": []}},
    {"id": "gold", "name": {"zh": "金卡", "en": "Gold"},
     "upgrade": {"anyOf": [{"allOf": [{"measure": "spend", "atLeast": "20000000", "window": {"kind": "rolling", "months": 12}}]}, {"allOf": [{"measure": "growth", "atLeast": "2000", "window": {"kind": "rolling", "months": 12}}]}]},
     "keep": {"anyOf": [{"allOf": [{"measure": "spend", "atLeast": "16000000", "window": {"kind": "term"}}]}, {"allOf": [{"measure": "growth", "atLeast": "1600", "window": {"kind": "term"}}]}]},
     "benefits": {"ratePermille": 1500, "birthdayGift": {"zh": "生日双倍积分与礼盒", "en": "Double points and a gift box"}, "freeDeliveryFromMinor": "0", "warrantyMonths": 6, "invitations": 4, "service": "priority", "more": []}}
  ]
}', '', 'Changke', '2026-11-21T00:00:00Z');
-- One row for each member that was looked at: what a review locks, and when time alone may change something next.
-- sharded by customer_id
create table tiers.member (
  customer_id uuid primary key,
  due_at timestamptz,                                     -- the first instant at which time alone may move this member; null: never
  loses_on date,                                          -- the first day without the present tier if nothing more is bought; null: it is safe
  reviewed_at timestamptz                                 -- null: opened, not looked at yet
);
create index member_due on tiers.member (due_at) where due_at is not null;
create index member_loses on tiers.member (loses_on, customer_id) where loses_on is not null;
-- Who was in which tier, from when to when, by which version and why. A spell that a late order changes is replaced, never edited: both are kept.
-- sharded by customer_id
create table tiers.spell (
  customer_id uuid not null,
  spell_id uuid not null,
  tier text not null,
  since date not null,                                    -- the day on which this tier was reached; terms that were kept follow each other in it
  begins_at timestamptz not null,
  ends_at timestamptz,
  until date,                                             -- the last day of the term; null: no end by time
  policy_version int not null references tiers.policy,
  reason text not null check (reason in ('joined', 'upgraded', 'kept', 'expired', 'returned', 'policy', 'granted', 'grant_ended')),
  recorded_at timestamptz not null,
  replaced_at timestamptz,
  primary key (customer_id, spell_id),
  check (ends_at is null or ends_at > begins_at)
);
create index spell_current on tiers.spell (customer_id, begins_at) where replaced_at is null;
create index spell_tier on tiers.spell (tier, customer_id) where replaced_at is null and ends_at is null;
-- A tier given by hand: for life or to a day, with the reason. The member never stands below it.
-- sharded by customer_id
create table tiers.grant (
  customer_id uuid not null,
  grant_id uuid not null,
  tier text not null,
  begins_at timestamptz not null,
  until date,                                             -- the last day; null: for life
  note text not null,
  actor text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  primary key (customer_id, grant_id)
);
-- How far the orders that nobody told of one by one (imports, the sample) were followed, and the version of the ladder by which everybody was looked at.
-- reference
create table tiers.follow (
  one boolean primary key default true check (one),
  xid xid8 not null default '0',
  version int not null default 0
);
insert into tiers.follow default values;
