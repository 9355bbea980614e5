-- name: insert
-- A picture or a recording of a ticket; its file lies on disk already.
INSERT INTO evidence (id, ticket, person, unit, name, mime, sha256, size, width, height, from_gallery, taken_at,
    lon, lat, kind, seconds)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- name: file
-- The file of a piece the reader may see ($2: of that ticket alone).
SELECT name, mime FROM evidence WHERE id = $1 AND ($2::bigint IS NULL OR ticket = $2);

-- name: one
-- A piece as its sender hears of it.
SELECT jsonb_build_object(
    'id', e.id, 'url', '/evidence/' || e.id, 'mime', e.mime, 'width', e.width, 'height', e.height,
    'taken_at', wire_time(e.taken_at), 'received_at', wire_time(e.received_at), 'person_name', p.name,
    'unit_name', u.name, 'from_gallery', e.from_gallery, 'lon', e.lon, 'lat', e.lat, 'kind', e.kind,
    'seconds', e.seconds
)
FROM evidence e
JOIN person p ON p.id = e.person
JOIN unit u ON u.id = e.unit
WHERE e.id = $1;

-- name: pictures
-- How many pictures a ticket has.
SELECT count(*) FROM evidence WHERE ticket = $1 AND kind IS DISTINCT FROM 'voice';

-- name: voices
-- How many recordings a ticket has.
SELECT count(*) FROM evidence WHERE ticket = $1 AND kind = 'voice';
