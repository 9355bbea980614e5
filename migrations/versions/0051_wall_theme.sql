-- A screen in a bright hall is read better dark on light. Those that hang already stay dark.
ALTER TABLE wall ADD COLUMN theme TEXT DEFAULT 'dark' NOT NULL,
    ADD CONSTRAINT wall_theme_check CHECK (theme IN ('dark', 'light'));
GRANT UPDATE (theme) ON wall TO dispatch_app;
