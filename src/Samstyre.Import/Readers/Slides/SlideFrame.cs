namespace Samstyre.Import;

/// <summary>Where a shape stands on its slide.</summary>
internal readonly record struct SlideFrame(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}

/// <summary>How a group's own measures lie on the slide: moved and stretched.</summary>
internal readonly record struct SlideScale(double X, double Y, double Across, double Down)
{
    /// <summary>Shapes that stand in no group.</summary>
    public static SlideScale None => new(0, 0, 1, 1);

    public SlideFrame Of(SlideFrame frame) => new(X + (frame.X * Across), Y + (frame.Y * Down), frame.Width * Across, frame.Height * Down);

    /// <summary>The measures of a group within these.</summary>
    /// <param name="frame">Where the group stands.</param>
    /// <param name="inner">The frame that its shapes measure themselves in.</param>
    public SlideScale Within(SlideFrame frame, SlideFrame inner)
    {
        // A group without measures of its own has its parent's.
        if (inner.Width <= 0 || inner.Height <= 0 || frame.Width <= 0 || frame.Height <= 0) return this;
        var (across, down) = (frame.Width / inner.Width, frame.Height / inner.Height);
        return new(X + ((frame.X - (inner.X * across)) * Across), Y + ((frame.Y - (inner.Y * down)) * Down), Across * across, Down * down);
    }
}
