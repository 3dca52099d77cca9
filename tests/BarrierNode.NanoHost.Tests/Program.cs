using BarrierNode.Mqtt;

namespace BarrierNode.NanoHost.Tests;

/// <summary>
/// The parent process of <see cref="BrokerProcessTests"/>: starts a broker, prints its process id, and waits to be killed.
/// </summary>
internal static class Program
{
    public const string BrokerParent = "broker-parent";

    public static void Main(string[] args)
    {
        if (args is [BrokerParent, string folder])
        {
            using BrokerProcess broker = BrokerProcess.Start(folder, []);
            Console.WriteLine(broker.ProcessId);
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
