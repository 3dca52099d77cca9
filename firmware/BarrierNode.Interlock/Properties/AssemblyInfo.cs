using System.Reflection;

[assembly: AssemblyTitle("The interlock of a BarrierNode cabinet")]
[assembly: AssemblyProduct("BarrierNode")]
[assembly: AssemblyCopyright("MIT")]
[assembly: AssemblyVersion("0.2.0.0")]
[assembly: AssemblyFileVersion("0.2.0.0")]
