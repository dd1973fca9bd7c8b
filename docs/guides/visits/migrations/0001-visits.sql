select registers_table('visits_visit', $$
  visited_on date, minutes int, finding text, promised bigint, kept_on date
$$);
