using BarrierNode.Control;

namespace BarrierNode.Desktop.Screens;

/// <summary>What the street page needs of the program behind it. Its members are called from several threads at once.</summary>
public interface IStreetScreen
{
    /// <summary>Everything that the page shows, at this moment. Read ten times a second for every open page.</summary>
    ScreenState Current { get; }

    /// <summary>Sends a command to the lane's node.</summary>
    /// <param name="lane">Id of a lane of the site.</param>
    /// <param name="op">What is asked for; never <see cref="CommandOp.None"/>.</param>
    /// <param name="argument">Argument of the operation, 0 when it has none.</param>
    /// <param name="operatorName">Who asks, 1 to 32 characters.</param>
    /// <returns>Null when it was sent, otherwise the sentence that says why not.</returns>
    Task<string?> Command(string lane, CommandOp op, int argument, string operatorName);

    /// <summary>Lets a car drive into the street of the simulator.</summary>
    /// <param name="lane">Id of a lane of the site.</param>
    void SendCar(string lane);

    /// <summary>Lets the first waiting car of the lane creep on, whatever the signal shows.</summary>
    /// <param name="lane">Id of a lane of the site.</param>
    void DriveOn(string lane);

    /// <summary>Lets people move the barriers of the lane by hand, as a passive barrier is moved.</summary>
    /// <param name="lane">Id of a lane of the site.</param>
    /// <param name="deploy">True closes the lane to vehicles, false opens it.</param>
    void MoveByHand(string lane, bool deploy);

    /// <summary>Presses or releases the emergency stop button in the street.</summary>
    /// <param name="pressed">True presses it; it stays in until it is released.</param>
    void PressEmergencyStop(bool pressed);

    /// <summary>Presses the reset button in the cabinet for a moment.</summary>
    void PressReset();
}
