using MediatR;

namespace InclusionPlatform.Beneficiaries.Access;

/// <summary>
/// A command that goes on although the person asked that their data are only kept (Reg. EU 2016/679 art. 18(2)): it keeps, ends, corrects or protects, or the law asks for it. Every other
/// command of the module on a person or case is refused at the door of <see cref="NeedToKnow"/>.
/// </summary>
internal interface IGoesOnWhileRestricted;

/// <summary>Which command is at work, for what holds for all of them at one door.</summary>
internal sealed class CommandAtHand
{
    /// <summary>The outermost command; null in a query.</summary>
    public Type? Command { get; set; }

    /// <summary>Whether it is one of this module that uses the data of a person, and not one that keeps, ends or corrects.</summary>
    public bool UsesData => Command is { } command && command.Assembly == typeof(CommandAtHand).Assembly && !typeof(IGoesOnWhileRestricted).IsAssignableFrom(command);
}

/// <summary>Notes the command at work.</summary>
internal sealed class NotesCommand<TRequest, TResponse>(CommandAtHand atHand) : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (atHand.Command is not null || request is not IChange)
        {
            return await next();
        }

        atHand.Command = typeof(TRequest);
        try
        {
            return await next();
        }
        finally
        {
            atHand.Command = null;
        }
    }
}
