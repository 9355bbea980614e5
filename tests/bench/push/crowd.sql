-- The people: workers by turns over all stations, town operators over all towns, operators of the district.
WITH placed AS (
    SELECT n, role, kind FROM (VALUES ('grid_worker', 'station', %(workers)s::int), ('town_operator', 'town_center', %(towns)s::int),
        ('district_operator', 'district_center', %(district)s::int)) AS r(role, kind, many), generate_series(1, many) n
), posts AS (
    SELECT id, kind, row_number() OVER (PARTITION BY kind ORDER BY id) - 1 AS place, count(*) OVER (PARTITION BY kind) AS many
    FROM unit
), numbered AS (
    SELECT (SELECT max(id) FROM person) + row_number() OVER (ORDER BY role, n) AS person, role, n, kind FROM placed
), made AS (
    INSERT INTO person (id, name, phone, post, active)
    SELECT person, '量测', '13900000000', role, true FROM numbered RETURNING id
), held AS (
    INSERT INTO membership (person, role, unit, valid)
    SELECT n.person, n.role, p.id, tstzrange(now() - interval '1 day', NULL)
    FROM numbered n JOIN posts p ON p.kind = n.kind AND p.place = n.n %% p.many
    RETURNING person
), known AS (
    INSERT INTO account (person, username, password_hash, failures)
    SELECT person, 'bench' || person, '!', 0 FROM numbered RETURNING person
)
INSERT INTO session (digest, person, created_at, seen_at, expires_at)
SELECT sha256(('bench-' || person)::bytea), person, now(), now(), now() + interval '1 day' FROM numbered
RETURNING person
