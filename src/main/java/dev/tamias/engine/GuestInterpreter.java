package dev.tamias.engine;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.InterpreterMachine;
import com.dylibso.chicory.runtime.MStack;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.StackFrame;
import com.dylibso.chicory.runtime.WasmException;
import java.util.Deque;

/**
 * Chicory's interpreter, made right where exceptions cross instances. It keeps one stack for all calls
 * into an instance, so that an exception would be caught beyond the instances that it came through: here
 * each call from outside has its own. And it lets an exception pass that comes back through a table:
 * here it is looked for a handler.
 */
final class GuestInterpreter implements Machine {

    private final Instance instance;

    GuestInterpreter(Instance instance) {
        this.instance = instance;
    }

    @Override
    public long[] call(int function, long[] arguments) {
        return new Activation(instance).call(function, arguments);
    }

    /** One call from outside, and all that it calls within the instance. */
    private static final class Activation extends InterpreterMachine {

        Activation(Instance instance) {
            super(instance);
        }

        @Override
        protected void eval(MStack stack, Instance instance, Deque<StackFrame> callStack) {
            while (true) {
                try {
                    super.eval(stack, instance, callStack);
                    return;
                } catch (WasmException exception) {
                    StackFrame frame = callStack.peek();
                    if (frame == null) {
                        throw exception;
                    }
                    // Goes to the handler, or throws the exception again where there is none.
                    THROW_REF(
                            instance,
                            instance.registerException(exception),
                            stack,
                            frame,
                            callStack);
                }
            }
        }
    }
}
