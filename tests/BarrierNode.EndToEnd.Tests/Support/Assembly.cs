// Real time passes in these tests, and some of them measure it.
[assembly: DoNotParallelize]
