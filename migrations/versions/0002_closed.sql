-- Orders, deliveries, the audit, accounts and keys belong to nobody's screen: a reader's scope sees none of them,
-- whatever query forgets its WHERE. Only the system's scope does, where the program decides.

ALTER TABLE delivery ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON delivery USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

ALTER TABLE hotline_order ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON hotline_order USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON audit USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON account USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON session USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

ALTER TABLE socket_ticket ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON socket_ticket USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

ALTER TABLE data_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON data_key USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

ALTER TABLE source ENABLE ROW LEVEL SECURITY;
CREATE POLICY system ON source USING (dispatch_is_system()) WITH CHECK (dispatch_is_system());

-- The names on a tile are those within its frame.
CREATE INDEX place_lon_lat_idx ON place (lon, lat);
