-- The order that a new one repeats, by the hotline's word (重复件): a reason to merge the two, shown to whoever decides.
ALTER TABLE ticket ADD COLUMN repeat_of TEXT;
