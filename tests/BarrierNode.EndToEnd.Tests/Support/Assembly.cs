// Real time passes in these tests and they mostly wait, so two classes run beside each other. Those that measure time, or ask for processes of the
// machine, run alone afterwards ([DoNotParallelize]).
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.ClassLevel)]
