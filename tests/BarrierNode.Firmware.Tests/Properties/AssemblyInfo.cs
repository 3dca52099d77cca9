using System.Reflection;

[assembly: AssemblyTitle("Unit tests of the firmware, for the chip and for .NET")]
[assembly: AssemblyProduct("BarrierNode")]
[assembly: AssemblyCopyright("MIT")]
[assembly: AssemblyVersion("0.1.0.0")]
[assembly: AssemblyFileVersion("0.1.0.0")]
