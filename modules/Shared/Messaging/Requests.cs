using MediatR;

namespace InclusionPlatform.Shared;

/// <summary>A request that changes something: validated, audited and run in one transaction, all or nothing.</summary>
/// <typeparam name="TResult">What the caller learns; kept small, because it is stored for replays of the same Idempotency-Key.</typeparam>
public interface ICommand<out TResult> : IRequest<TResult>, IChange;

/// <summary>A change that answers nothing but its success.</summary>
public interface ICommand : ICommand<Unit>;

/// <summary>Marks requests that run in a transaction. Use <see cref="ICommand{TResult}"/>.</summary>
public interface IChange;

/// <summary>A request that only reads.</summary>
/// <typeparam name="TResult">What is read.</typeparam>
public interface IQuery<out TResult> : IRequest<TResult>;

/// <summary>Something that happened, told to other modules inside the transaction in which it happened.</summary>
public interface IEvent : INotification;

/// <summary>Collects what happened in a command; told to the handlers of all modules before the transaction commits.</summary>
public interface IEvents
{
    /// <summary>Tells the other modules, in this transaction, that something happened.</summary>
    void Publish(IEvent happened);
}
