using System.Reflection;
using System.Runtime.CompilerServices;

[assembly: AssemblyTitle("The control of a BarrierNode cabinet")]
[assembly: AssemblyProduct("BarrierNode")]
[assembly: AssemblyCopyright("MIT")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
[assembly: InternalsVisibleTo("NFUnitTest")]
