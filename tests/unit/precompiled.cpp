// The unit tests' precompiled headers need a file that is compiled with them; this is it.
