-- The name of a screen says where it hangs; that may change.
GRANT UPDATE (name) ON wall TO dispatch_app;
