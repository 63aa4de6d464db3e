-- Public holidays as they were ordered: which days off, which weekend days worked instead. Ours to seed, the user's to change; other countries begin empty.
-- reference
create table business.holiday (
  country text not null check (country ~ '^[A-Z]{2}$'),
  day date not null,
  kind text not null check (kind in ('off', 'work')),     -- work: a weekend day that is worked to make up for a holiday (调休)
  festival text not null,                                 -- what recurs from year to year under this name
  name_zh text not null,
  name_en text not null,
  source text not null,
  primary key (country, day)
);
-- The State Council's notices on the holidays of 2023 to 2026 (国务院办公厅关于部分节假日安排的通知). Weekend days that a notice only joins to a holiday are named with it.
insert into business.holiday (country, day, kind, festival, name_zh, name_en, source)
select 'CN', n.day::date, n.kind, n.festival, f.name_zh, f.name_en, '国务院办公厅 ' || n.source from (values
  ('2022-12-31', 'off', 'new_year', '国办发明电〔2022〕16号'), ('2023-01-01', 'off', 'new_year', '国办发明电〔2022〕16号'), ('2023-01-02', 'off', 'new_year', '国办发明电〔2022〕16号'),
  ('2023-01-21', 'off', 'spring_festival', '国办发明电〔2022〕16号'), ('2023-01-22', 'off', 'spring_festival', '国办发明电〔2022〕16号'), ('2023-01-23', 'off', 'spring_festival', '国办发明电〔2022〕16号'),
  ('2023-01-24', 'off', 'spring_festival', '国办发明电〔2022〕16号'), ('2023-01-25', 'off', 'spring_festival', '国办发明电〔2022〕16号'), ('2023-01-26', 'off', 'spring_festival', '国办发明电〔2022〕16号'),
  ('2023-01-27', 'off', 'spring_festival', '国办发明电〔2022〕16号'), ('2023-01-28', 'work', 'spring_festival', '国办发明电〔2022〕16号'), ('2023-01-29', 'work', 'spring_festival', '国办发明电〔2022〕16号'),
  ('2023-04-05', 'off', 'qingming', '国办发明电〔2022〕16号'), ('2023-04-23', 'work', 'labour_day', '国办发明电〔2022〕16号'), ('2023-04-29', 'off', 'labour_day', '国办发明电〔2022〕16号'),
  ('2023-04-30', 'off', 'labour_day', '国办发明电〔2022〕16号'), ('2023-05-01', 'off', 'labour_day', '国办发明电〔2022〕16号'), ('2023-05-02', 'off', 'labour_day', '国办发明电〔2022〕16号'),
  ('2023-05-03', 'off', 'labour_day', '国办发明电〔2022〕16号'), ('2023-05-06', 'work', 'labour_day', '国办发明电〔2022〕16号'), ('2023-06-22', 'off', 'dragon_boat', '国办发明电〔2022〕16号'),
  ('2023-06-23', 'off', 'dragon_boat', '国办发明电〔2022〕16号'), ('2023-06-24', 'off', 'dragon_boat', '国办发明电〔2022〕16号'), ('2023-06-25', 'work', 'dragon_boat', '国办发明电〔2022〕16号'),
  ('2023-09-29', 'off', 'mid_autumn', '国办发明电〔2022〕16号'), ('2023-09-30', 'off', 'national_day', '国办发明电〔2022〕16号'), ('2023-10-01', 'off', 'national_day', '国办发明电〔2022〕16号'),
  ('2023-10-02', 'off', 'national_day', '国办发明电〔2022〕16号'), ('2023-10-03', 'off', 'national_day', '国办发明电〔2022〕16号'), ('2023-10-04', 'off', 'national_day', '国办发明电〔2022〕16号'),
  ('2023-10-05', 'off', 'national_day', '国办发明电〔2022〕16号'), ('2023-10-06', 'off', 'national_day', '国办发明电〔2022〕16号'), ('2023-10-07', 'work', 'national_day', '国办发明电〔2022〕16号'),
  ('2023-10-08', 'work', 'national_day', '国办发明电〔2022〕16号'),
  ('2024-01-01', 'off', 'new_year', '国办发明电〔2023〕7号'), ('2024-02-04', 'work', 'spring_festival', '国办发明电〔2023〕7号'), ('2024-02-10', 'off', 'spring_festival', '国办发明电〔2023〕7号'),
  ('2024-02-11', 'off', 'spring_festival', '国办发明电〔2023〕7号'), ('2024-02-12', 'off', 'spring_festival', '国办发明电〔2023〕7号'), ('2024-02-13', 'off', 'spring_festival', '国办发明电〔2023〕7号'),
  ('2024-02-14', 'off', 'spring_festival', '国办发明电〔2023〕7号'), ('2024-02-15', 'off', 'spring_festival', '国办发明电〔2023〕7号'), ('2024-02-16', 'off', 'spring_festival', '国办发明电〔2023〕7号'),
  ('2024-02-17', 'off', 'spring_festival', '国办发明电〔2023〕7号'), ('2024-02-18', 'work', 'spring_festival', '国办发明电〔2023〕7号'), ('2024-04-04', 'off', 'qingming', '国办发明电〔2023〕7号'),
  ('2024-04-05', 'off', 'qingming', '国办发明电〔2023〕7号'), ('2024-04-06', 'off', 'qingming', '国办发明电〔2023〕7号'), ('2024-04-07', 'work', 'qingming', '国办发明电〔2023〕7号'),
  ('2024-04-28', 'work', 'labour_day', '国办发明电〔2023〕7号'), ('2024-05-01', 'off', 'labour_day', '国办发明电〔2023〕7号'), ('2024-05-02', 'off', 'labour_day', '国办发明电〔2023〕7号'),
  ('2024-05-03', 'off', 'labour_day', '国办发明电〔2023〕7号'), ('2024-05-04', 'off', 'labour_day', '国办发明电〔2023〕7号'), ('2024-05-05', 'off', 'labour_day', '国办发明电〔2023〕7号'),
  ('2024-05-11', 'work', 'labour_day', '国办发明电〔2023〕7号'), ('2024-06-08', 'off', 'dragon_boat', '国办发明电〔2023〕7号'), ('2024-06-09', 'off', 'dragon_boat', '国办发明电〔2023〕7号'),
  ('2024-06-10', 'off', 'dragon_boat', '国办发明电〔2023〕7号'), ('2024-09-14', 'work', 'mid_autumn', '国办发明电〔2023〕7号'), ('2024-09-15', 'off', 'mid_autumn', '国办发明电〔2023〕7号'),
  ('2024-09-16', 'off', 'mid_autumn', '国办发明电〔2023〕7号'), ('2024-09-17', 'off', 'mid_autumn', '国办发明电〔2023〕7号'), ('2024-09-29', 'work', 'national_day', '国办发明电〔2023〕7号'),
  ('2024-10-01', 'off', 'national_day', '国办发明电〔2023〕7号'), ('2024-10-02', 'off', 'national_day', '国办发明电〔2023〕7号'), ('2024-10-03', 'off', 'national_day', '国办发明电〔2023〕7号'),
  ('2024-10-04', 'off', 'national_day', '国办发明电〔2023〕7号'), ('2024-10-05', 'off', 'national_day', '国办发明电〔2023〕7号'), ('2024-10-06', 'off', 'national_day', '国办发明电〔2023〕7号'),
  ('2024-10-07', 'off', 'national_day', '国办发明电〔2023〕7号'), ('2024-10-12', 'work', 'national_day', '国办发明电〔2023〕7号'),
  ('2025-01-01', 'off', 'new_year', '国办发明电〔2024〕12号'), ('2025-01-26', 'work', 'spring_festival', '国办发明电〔2024〕12号'), ('2025-01-28', 'off', 'spring_festival', '国办发明电〔2024〕12号'),
  ('2025-01-29', 'off', 'spring_festival', '国办发明电〔2024〕12号'), ('2025-01-30', 'off', 'spring_festival', '国办发明电〔2024〕12号'), ('2025-01-31', 'off', 'spring_festival', '国办发明电〔2024〕12号'),
  ('2025-02-01', 'off', 'spring_festival', '国办发明电〔2024〕12号'), ('2025-02-02', 'off', 'spring_festival', '国办发明电〔2024〕12号'), ('2025-02-03', 'off', 'spring_festival', '国办发明电〔2024〕12号'),
  ('2025-02-04', 'off', 'spring_festival', '国办发明电〔2024〕12号'), ('2025-02-08', 'work', 'spring_festival', '国办发明电〔2024〕12号'), ('2025-04-04', 'off', 'qingming', '国办发明电〔2024〕12号'),
  ('2025-04-05', 'off', 'qingming', '国办发明电〔2024〕12号'), ('2025-04-06', 'off', 'qingming', '国办发明电〔2024〕12号'), ('2025-04-27', 'work', 'labour_day', '国办发明电〔2024〕12号'),
  ('2025-05-01', 'off', 'labour_day', '国办发明电〔2024〕12号'), ('2025-05-02', 'off', 'labour_day', '国办发明电〔2024〕12号'), ('2025-05-03', 'off', 'labour_day', '国办发明电〔2024〕12号'),
  ('2025-05-04', 'off', 'labour_day', '国办发明电〔2024〕12号'), ('2025-05-05', 'off', 'labour_day', '国办发明电〔2024〕12号'), ('2025-05-31', 'off', 'dragon_boat', '国办发明电〔2024〕12号'),
  ('2025-06-01', 'off', 'dragon_boat', '国办发明电〔2024〕12号'), ('2025-06-02', 'off', 'dragon_boat', '国办发明电〔2024〕12号'), ('2025-09-28', 'work', 'national_day', '国办发明电〔2024〕12号'),
  ('2025-10-01', 'off', 'national_day', '国办发明电〔2024〕12号'), ('2025-10-02', 'off', 'national_day', '国办发明电〔2024〕12号'), ('2025-10-03', 'off', 'national_day', '国办发明电〔2024〕12号'),
  ('2025-10-04', 'off', 'national_day', '国办发明电〔2024〕12号'), ('2025-10-05', 'off', 'national_day', '国办发明电〔2024〕12号'), ('2025-10-06', 'off', 'mid_autumn', '国办发明电〔2024〕12号'),
  ('2025-10-07', 'off', 'national_day', '国办发明电〔2024〕12号'), ('2025-10-08', 'off', 'national_day', '国办发明电〔2024〕12号'), ('2025-10-11', 'work', 'national_day', '国办发明电〔2024〕12号'),
  ('2026-01-01', 'off', 'new_year', '国办发明电〔2025〕7号'), ('2026-01-02', 'off', 'new_year', '国办发明电〔2025〕7号'), ('2026-01-03', 'off', 'new_year', '国办发明电〔2025〕7号'),
  ('2026-01-04', 'work', 'new_year', '国办发明电〔2025〕7号'), ('2026-02-14', 'work', 'spring_festival', '国办发明电〔2025〕7号'), ('2026-02-15', 'off', 'spring_festival', '国办发明电〔2025〕7号'),
  ('2026-02-16', 'off', 'spring_festival', '国办发明电〔2025〕7号'), ('2026-02-17', 'off', 'spring_festival', '国办发明电〔2025〕7号'), ('2026-02-18', 'off', 'spring_festival', '国办发明电〔2025〕7号'),
  ('2026-02-19', 'off', 'spring_festival', '国办发明电〔2025〕7号'), ('2026-02-20', 'off', 'spring_festival', '国办发明电〔2025〕7号'), ('2026-02-21', 'off', 'spring_festival', '国办发明电〔2025〕7号'),
  ('2026-02-22', 'off', 'spring_festival', '国办发明电〔2025〕7号'), ('2026-02-23', 'off', 'spring_festival', '国办发明电〔2025〕7号'), ('2026-02-28', 'work', 'spring_festival', '国办发明电〔2025〕7号'),
  ('2026-04-04', 'off', 'qingming', '国办发明电〔2025〕7号'), ('2026-04-05', 'off', 'qingming', '国办发明电〔2025〕7号'), ('2026-04-06', 'off', 'qingming', '国办发明电〔2025〕7号'),
  ('2026-05-01', 'off', 'labour_day', '国办发明电〔2025〕7号'), ('2026-05-02', 'off', 'labour_day', '国办发明电〔2025〕7号'), ('2026-05-03', 'off', 'labour_day', '国办发明电〔2025〕7号'),
  ('2026-05-04', 'off', 'labour_day', '国办发明电〔2025〕7号'), ('2026-05-05', 'off', 'labour_day', '国办发明电〔2025〕7号'), ('2026-05-09', 'work', 'labour_day', '国办发明电〔2025〕7号'),
  ('2026-06-19', 'off', 'dragon_boat', '国办发明电〔2025〕7号'), ('2026-06-20', 'off', 'dragon_boat', '国办发明电〔2025〕7号'), ('2026-06-21', 'off', 'dragon_boat', '国办发明电〔2025〕7号'),
  ('2026-09-20', 'work', 'national_day', '国办发明电〔2025〕7号'), ('2026-09-25', 'off', 'mid_autumn', '国办发明电〔2025〕7号'), ('2026-09-26', 'off', 'mid_autumn', '国办发明电〔2025〕7号'),
  ('2026-09-27', 'off', 'mid_autumn', '国办发明电〔2025〕7号'), ('2026-10-01', 'off', 'national_day', '国办发明电〔2025〕7号'), ('2026-10-02', 'off', 'national_day', '国办发明电〔2025〕7号'),
  ('2026-10-03', 'off', 'national_day', '国办发明电〔2025〕7号'), ('2026-10-04', 'off', 'national_day', '国办发明电〔2025〕7号'), ('2026-10-05', 'off', 'national_day', '国办发明电〔2025〕7号'),
  ('2026-10-06', 'off', 'national_day', '国办发明电〔2025〕7号'), ('2026-10-07', 'off', 'national_day', '国办发明电〔2025〕7号'), ('2026-10-10', 'work', 'national_day', '国办发明电〔2025〕7号')
) as n(day, kind, festival, source) join (values
  ('new_year', '元旦', 'New Year’s Day'),
  ('spring_festival', '春节', 'Spring Festival'),
  ('qingming', '清明节', 'Qingming'),
  ('labour_day', '劳动节', 'Labour Day'),
  ('dragon_boat', '端午节', 'Dragon Boat Festival'),
  ('mid_autumn', '中秋节', 'Mid-Autumn Festival'),
  ('national_day', '国庆节', 'National Day')
) as f(festival, name_zh, name_en) on f.festival = n.festival;
