using BarrierNode.Control;
using nanoFramework.TestFramework;

namespace BarrierNode.Firmware.Tests
{
    [TestClass]
    public class QuietWindowTests
    {
        [TestMethod]
        public void Scan_NobodyAsked_GrantsNothing()
        {
            QuietWindow window = new QuietWindow();
            Assert.IsFalse(window.Scan(true));
            Assert.IsFalse(window.Granted);
        }

        [TestMethod]
        public void Scan_WhileSomethingMoves_GrantsNothing()
        {
            QuietWindow window = new QuietWindow();
            window.Ask();
            Assert.IsFalse(window.Scan(false));
            Assert.IsFalse(window.Granted);
            Assert.IsTrue(window.Scan(true));
            Assert.IsTrue(window.Granted);
        }

        [TestMethod]
        public void Scan_OnceGranted_KeepsTheWindowUntilItIsGivenBack()
        {
            QuietWindow window = new QuietWindow();
            window.Ask();
            window.Scan(true);
            Assert.IsTrue(window.Scan(false));
            window.GiveBack();
            Assert.IsTrue(window.Granted, "only a scan ends it");
            Assert.IsFalse(window.Scan(true));
            Assert.IsFalse(window.Granted);
        }
    }
}
